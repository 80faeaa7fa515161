// Local classes are generic, recursive, and mention type variables of their method and class.
package oracle.locals;

import static dev.fermata.Fermata.await;
import static dev.fermata.Fermata.done;

import dev.fermata.Async;
import dev.fermata.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import oracle.World;

/** semantics.md 30. */
public final class GenericLocalClasses {
    @Async
    public Task<Object> body(World world) {
        Box<String> box = new Box<>("b");
        String inner = await(box.inner(world, "c"));
        List<Integer> list = await(chain(world, 1, 2, 3));
        return done(inner + list + await(Box.<Integer>shared(world, 4)));
    }

    @SafeVarargs
    @Async
    private static <E extends Comparable<E>> Task<List<E>> chain(World world, E... elements) {
        class Node {
            final E value;
            final Node next;

            Node(E value, Node next) {
                this.value = value;
                this.next = next;
            }

            List<E> all() {
                List<E> result = next == null ? new ArrayList<>() : next.all();
                result.add(value);
                return result;
            }

            Node self() {
                return this;
            }
        }
        class Tagged<X> extends Node {
            X tag;

            Tagged(X tag, E value) {
                super(value, null);
                this.tag = tag;
            }

            <Y> Tagged<Y> with(Y other) {
                return new Tagged<>(other, value);
            }
        }
        Node last = null;
        for (E element : elements) {
            await(world.pause("element"));
            last = new Node(element, last);
        }
        List<Node> nodes = new ArrayList<>();
        nodes.add(last.self());
        Node[] array = new Node[await(world.later("n", 2))];
        array[0] = nodes.get(0).next;
        Tagged<String> tagged = new Tagged<>("t", await(world.later("e", elements[0])));
        Tagged<Integer> other = tagged.with(8);
        await(world.pause("f"));
        Object any = array[0];
        List<E> result = any instanceof Node ? array[0].all() : List.of();
        result.addAll(last.self().next.self().all());
        result.add(other.value);
        if (other.tag + 1 == 9 && tagged.tag.length() == 1 && tagged.value.compareTo(other.self().value) == 0) {
            result.add(new Tagged<Long>(await(world.later("g", 2L)), last.value).value);
        }
        return done(result);
    }

    private static final class Box<T> {
        private final T content;

        Box(T content) {
            this.content = content;
        }

        @Async
        Task<String> inner(World world, T other) {
            class Both {
                T left = content;
                T right = other;

                Both swapped() {
                    Both result = new Both();
                    result.left = right;
                    result.right = left;
                    return result;
                }
            }
            record Kept<K>(K value) {
                <L> Kept<L> as(L other) {
                    return new Kept<>(other);
                }
            }
            Both both = await(world.later("both", new Both()));
            T left = both.swapped().left;
            Supplier<Both> maker = Both::new;
            Kept<T> kept = new Kept<>(left);
            await(world.pause("kept"));
            T again = kept.as(1).as(both.right).value();
            return done(left + "" + both.right + maker.get().swapped().right + again);
        }

        @Async
        static <S> Task<S> shared(World world, S value) {
            interface Holder<H> {
                H get();
            }
            class One implements Holder<S> {
                @Override
                public S get() {
                    return value;
                }
            }
            Holder<S> holder = new One();
            await(world.pause("shared"));
            return done(new One() {}.get().equals(holder.get()) ? holder.get() : null);
        }
    }
}
