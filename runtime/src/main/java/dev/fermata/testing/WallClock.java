package dev.fermata.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The time of day by virtual time. Any thread. */
final class WallClock extends Clock {
    private final VirtualTime time;
    private final ZoneId zone;

    WallClock(VirtualTime time, ZoneId zone) {
        this.time = time;
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new WallClock(time, zone);
    }

    @Override
    public Instant instant() {
        return time.instant();
    }
}
