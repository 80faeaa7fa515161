package p;

import dev.fermata.Fermata;

class Main {
    public static void main(String[] arguments) {
        Money one = new AutoValue_Money("EUR", 1);
        System.out.println(Fermata.run(() -> Money.sum(one.doubled(), one.doubled())));
    }
}
