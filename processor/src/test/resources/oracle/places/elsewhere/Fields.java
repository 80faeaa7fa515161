package oracle.places.elsewhere;

/** Protected fields of many types. */
public abstract class Fields extends Ancestor {
    protected byte small = 1;
    protected char letter = 'a';
    protected double real = 1e17;
    protected boolean flag;
    protected Integer boxed = 1;
    protected Byte boxedByte = 1;
    protected String text = "f";
    protected final int[] array = {1, 2};

    protected int plus(int n) {
        return n + count;
    }

    protected static int sum(int... all) {
        int sum = 0;
        for (int one : all) {
            sum += one;
        }
        return sum;
    }
}
