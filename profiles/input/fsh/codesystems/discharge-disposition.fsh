CodeSystem: DischargeDispositionCodes
Id: discharge-disposition
Title: "Discharge disposition"
Description: "How a stay in the programme ended."
* insert OwnCodeSystem(discharge-disposition)
* #completed "Completed"
* #transferred-higher "Transferred to a higher level of care"
* #transferred-lower "Transferred to a lower level of care"
* #left-against-advice "Left against advice"
* #administrative "Administrative discharge"
* #incarcerated "Incarcerated"
* #deceased "Deceased"
* #no-show-lost "Stopped coming, lost to contact"
* #moved "Moved"
* #financial "Financial"
