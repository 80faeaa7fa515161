package p;

import static dev.fermata.Fermata.*;

import com.google.auto.value.AutoValue;
import dev.fermata.*;

@AutoValue
abstract class Money {
    abstract String currency();

    abstract int amount();

    @Async
    static Task<Money> sum(Task<Money> left, Task<Money> right) {
        AutoValue_Money sum = (AutoValue_Money) await(left);
        return done(new AutoValue_Money(sum.currency(), sum.amount() + await(right).amount()));
    }

    @Async
    Task<Money> doubled() {
        await(checkpoint());
        return done(new AutoValue_Money(currency(), 2 * amount()));
    }
}
