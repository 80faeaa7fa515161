// Words that stand beside an await without a blank stay words.
package oracle.order;

import static dev.fermata.Fermata.*;

import dev.fermata.*;
import oracle.World;

public final class WordsWithoutBlanks {
    @Async
    public Task<Object> body(World world) {
        boolean number = await(world.<Object>later("seven", 7))instanceof Integer i&&i==7;
        boolean other = (Object)await(world.later("text", "t"))instanceof Integer||await(world.<Object>later("u", "u"))instanceof String;
        int difference=-await(world.later("one", 1))- -await(world.later("two", 2));
        int[]counts=new int[await(world.later("three", 3))];
        for(int each:await(world.later("array", counts)))difference+=each;
        do difference+=await(world.later("four", 4));while(await(world.later("no", false)));
        if(number)await(world.later("then", 1));else await(world.later("else", 2));
        switch(await(world.later("five", 5))){case 5->difference++;default->{}}
        String text=number?await(world.later("yes", "yes")):await(world.later("not", "not"));
        try{if(difference>100)throw(await(world.later("failure", new IllegalStateException("large"))));}finally{await(world.later("end", 3));}
        return(done(await(world.later("done", text+number+other+difference))));
    }
}
