package org.warmhandoff.routes.hl7v2.datatype;

/** National Provider Identifier: ten digits, the last a Luhn check over them with 80840 before (45 CFR 162.406). */
public final class Npi {

    private static final int PREFIX_SUM = 24;

    private Npi() {}

    public static boolean isValid(String value) {
        if (value.length() != 10 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int sum = PREFIX_SUM;
        for (int i = 0; i < 10; i++) {
            int digit = value.charAt(i) - '0';
            sum += i % 2 == 0 ? doubled(digit) : digit;
        }
        return sum % 10 == 0;
    }

    private static int doubled(int digit) {
        return digit < 5 ? digit * 2 : digit * 2 - 9;
    }
}
