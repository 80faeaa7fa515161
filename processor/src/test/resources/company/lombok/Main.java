package p;

import dev.fermata.*;
import java.util.*;

class Main {
    interface Call {
        Task<?> call();
    }

    @SuppressWarnings("unchecked")
    static void show(Call call) {
        try {
            System.out.println(Fermata.run(() -> (Task<Object>) call.call()));
        } catch (Throwable failure) {
            System.out.println(failure + " at line " + failure.getStackTrace()[0].getLineNumber());
        }
    }

    public static void main(String[] arguments) {
        Shop shop = Shop.builder().name("corner").thing("x").thing("y").build();
        show(() -> shop.accessors(new Shop.Order("x", 3)));
        show(shop::vals);
        show(shop::cleanup);
        show(() -> shop.cleanupWithoutAwait(new ArrayList<>()));
        show(() -> shop.sneaky(false));
        show(() -> shop.sneaky(true));
        show(() -> shop.sneakyAboutTwo("abc"));
        show(() -> shop.sneakyAboutTwo(""));
        show(() -> shop.sneakyAboutTwo(" "));
        show(() -> shop.sneakyAboutTwo(null));
        show(() -> shop.nonNull(1, "a", "b"));
        show(() -> shop.nonNull(1, null, "b"));
        show(() -> shop.nonNull(1, "a", null));
    }
}
