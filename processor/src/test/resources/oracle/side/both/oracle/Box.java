package oracle;

/** An object with something to read and write, whose methods leave a trace. */
public class Box {
    public static int shared;
    public int value;
    public int[] array = {10, 20, 30};
    public Box next;
    private final World world;
    private final String name;

    public Box(World world, String name, int value) {
        this.world = world;
        this.name = name;
        this.value = value;
        world.trace("new " + name);
    }

    /** This; leaves a trace. */
    public Box self() {
        world.trace(name + ".self");
        return this;
    }

    public int get() {
        world.trace(name + ".get");
        return value;
    }

    public int set(int newValue) {
        world.trace(name + ".set " + newValue);
        value = newValue;
        return newValue;
    }

    public int add(int a, int b) {
        world.trace(name + ".add " + a + " " + b);
        return value + 10 * a + 100 * b;
    }

    @Override
    public String toString() {
        return name + "(" + value + ")";
    }
}
