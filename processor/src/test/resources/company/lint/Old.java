// 17
package lint;

class Old {
    @Deprecated
    static int number;

    @Deprecated
    static int call() {
        return number;
    }

    @Deprecated(forRemoval = true)
    static int going() {
        return 1;
    }

    @Deprecated
    record Shape(int size) {}
}
