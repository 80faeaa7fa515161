// 17 raw.class.use
package lint;

import static dev.fermata.Fermata.*;

import dev.fermata.*;
import java.util.*;

class RawTypes {
    @Async
    Task<Integer> body(Object any) {
        List list = await(done(new ArrayList()));
        if (await(done(any)) instanceof Map) {
            for (Collection each = list; each != null; each = null) {
                await(checkpoint());
            }
        }
        class Local implements Comparator {
            @Override
            public int compare(Object one, Object other) {
                return 0;
            }
        }
        return done(await(done(new Local())).compare(any, any));
    }
}
