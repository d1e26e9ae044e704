package org.mtgtracker.search.index;

/** How collector numbers, of which many are no numbers, are put in order. */
public final class CollectorNumber {
    private static final int LONGEST = 7;
    private static final int NONE = 1 << 23;

    private CollectorNumber() {}

    /** The first number in it, a half more when something else is there too; without any a very large one. */
    public static float value(String collectorNumber) {
        int from = 0;
        while (from < collectorNumber.length() && !isDigit(collectorNumber.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < collectorNumber.length() && to - from < LONGEST && isDigit(collectorNumber.charAt(to))) {
            to++;
        }
        if (from == to) {
            return NONE;
        }
        float number = Integer.parseInt(collectorNumber, from, to, 10);
        return from == 0 && to == collectorNumber.length() ? number : number + 0.5f;
    }

    /** The first number in it; NaN without any. */
    static float whole(String collectorNumber) {
        float value = value(collectorNumber);
        return value == NONE ? Float.NaN : (float) Math.floor(value);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
