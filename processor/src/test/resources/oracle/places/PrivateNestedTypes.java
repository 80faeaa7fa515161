// Private nested types of every kind are used in a body, generic ones and their private members too.
package oracle.places;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import oracle.World;

/** semantics.md 49; tascalate #20, #25: private constructors. */
public final class PrivateNestedTypes {
    @Async
    public Task<Object> body(World world) {
        Pair<Integer, Kind> pair = new Pair<>(await(world.later("a", 1)), Kind.SMALL);
        Cell<String> cell = new Cell<>("c");
        cell.content += await(world.later("b", pair.left()));
        Shape shape = new Square(await(world.later("c", 3)));
        Kind kind = shape.area() > 5 ? Kind.LARGE : pair.right();
        List<Pair<Cell<String>, Kind>> list = new ArrayList<>();
        list.add(new Pair<>(cell, kind));
        await(world.pause("d"));
        for (Pair<Cell<String>, ? extends Kind> each : list) {
            Kind right = each.right();
            cell.secret += each.left().secret + await(world.later("e", right.weight));
        }
        Pair<?, ?>[] array = {pair};
        Cell<String>.Pointer pointer = cell.new Pointer();
        await(world.pause("f"));
        return done(cell.content + cell.secret + kind + array.length + pointer.read() + ((Square) shape).side + Shape.UNIT);
    }

    private record Pair<L, R>(L left, R right) {}

    private enum Kind {
        SMALL(1),
        LARGE(100);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    private interface Shape {
        int UNIT = 7;

        int area();
    }

    private static final class Square implements Shape {
        private final int side;

        private Square(int side) {
            this.side = side;
        }

        @Override
        public int area() {
            return side * side;
        }
    }

    private static final class Cell<T> {
        private T content;
        private int secret = 5;

        private Cell(T content) {
            this.content = content;
        }

        private final class Pointer {
            private Pointer() {}

            private T read() {
                return content;
            }
        }
    }
}
