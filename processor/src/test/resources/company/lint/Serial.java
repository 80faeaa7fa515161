// 17 missing.SVUID
package lint;

import static dev.fermata.Fermata.*;

import dev.fermata.*;
import java.io.Serializable;
import java.util.ArrayList;

class Serial {
    static class Member implements Serializable {}

    @Async
    Task<Object> body() {
        class Local implements Serializable {
            private Object notSerializable;
        }
        var anonymous = new ArrayList<String>() {
            int size = 1;
        };
        Object other = new ArrayList<String>() {};
        await(checkpoint());
        return done(anonymous.size + "" + other + new Local());
    }
}
