// 17 redundant.cast
package lint;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class Cast {
    @Async
    Task<String> body(String text, int number) {
        String cast = (String) text;
        String awaited = (String) await(done(text));
        long sum = (int) number + await(done((int) number));
        return done((String) cast + awaited + sum);
    }
}
