// 17 inconsistent.white.space.indentation trailing.white.space.will.be.removed
package lint;

import static dev.fermata.Fermata.*;

import dev.fermata.*;

class TextBlocks {
    @Async
    Task<String> body() {
        String text = """
			a
            b   
            """;
        return done(text + await(done("""
            c  
            """)));
    }
}
