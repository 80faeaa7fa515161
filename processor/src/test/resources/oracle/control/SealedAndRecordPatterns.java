// Exhaustive switches over sealed types and record patterns, nested, generic and inferred, with awaits in guards and bodies.
// since 21
package oracle.control;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.List;
import oracle.World;

public final class SealedAndRecordPatterns {
    sealed interface Shape permits Circle, Square, Pair {}

    record Circle(double radius) implements Shape {}

    private record Square(Integer side, String name) implements Shape {}

    record Pair<A extends Shape, B>(A first, B second) implements Shape {}

    @Async
    public Task<Object> body(World world) {
        StringBuilder text = new StringBuilder();
        List<Shape> shapes = List.of(
                new Circle(1),
                new Circle(Double.NaN),
                new Square(2, "two"),
                new Square(null, "none"),
                new Pair<>(new Circle(3), "text"),
                new Pair<>(new Square(4, "four"), 5),
                new Pair<>(new Pair<>(new Circle(6), 'x'), null));
        for (Shape shape : shapes) {
            switch (shape) {
                case Circle(double radius) when await(world.later("a", radius > 2)) -> text.append("large");
                case Circle(double radius) -> text.append(radius).append(await(world.later("b", radius)));
                case Square(Integer side, String name) when side != null && name.length() == 3 ->
                    text.append(await(world.later("c", name))).append(side);
                case Square(var side, var name) -> text.append(side).append(await(world.later("d", name)));
                case Pair<?, ?>(Square(Integer side, var name), Integer number) -> {
                    await(world.pause("e"));
                    text.append(side + number).append(name);
                }
                case Pair<?, ?>(Pair<?, ?>(Circle(var radius), Character c), var last)
                when await(world.later("f", radius == 6)) ->
                    text.append(radius).append(c).append(last);
                case Pair<?, ?> pair -> text.append(await(world.later("g", pair.second())));
            }
            double size = switch (shape) {
                case Circle c -> c.radius();
                case Square s when await(world.later("h", s.side() == null)) -> 0;
                case Square s -> await(world.later("i", s.side()));
                case Pair<?, ?>(Circle(double radius), var second) -> radius;
                case Pair<?, ?>(var first, var second) -> await(world.later("j", -1));
            };
            text.append(size).append(';');
        }
        return done(text.toString());
    }
}
