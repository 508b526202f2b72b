ValueSet: ReferralService
Id: referral-service
Title: "Referred service"
Description: "What a referral asks for."
* insert SnomedNotice
* $SCT#1254709001 "Referral to substance use disorder treatment program"
* $SCT#385989002 "Substance use treatment"
* $SCT#405780009 "Dialectical behavior therapy"
* $SCT#76168009 "Group psychotherapy"
