package oracle.places.elsewhere;

import oracle.World;

/** A class of another package whose protected members its heirs use. */
public abstract class Ancestor {
    protected static int registry = 5;
    protected int count;
    protected String name = "ancestor";

    protected Ancestor() {
        this(100);
    }

    protected Ancestor(int start) {
        count = start;
    }

    protected int add(int a, int b) {
        return a + b;
    }

    protected int[] total(World world, int n) {
        world.trace("total " + n);
        return new int[] {n + count};
    }

    protected static int twice(int n) {
        return 2 * n;
    }

    @Override
    public String toString() {
        return "ancestor";
    }

    /** A protected class, with a constructor that others may call. */
    protected static class Node {
        private final int id;
        private Node next;

        public Node(int id) {
            this.id = id;
        }

        public void link(Node other) {
            next = other;
        }

        public String text() {
            return id + (next == null ? "" : "->" + next.text());
        }
    }
}
