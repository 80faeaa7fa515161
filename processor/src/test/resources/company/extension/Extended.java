package p;

import static dev.fermata.Fermata.*;

import dev.fermata.*;
import lombok.experimental.ExtensionMethod;

@ExtensionMethod(Extended.Strings.class)
class Extended {
    public static class Strings {
        public static String twice(String s) {
            return s + s;
        }
    }

    @Async
    Task<String> go(String s) {
        await(checkpoint());
        return done(s.twice());
    }
}
