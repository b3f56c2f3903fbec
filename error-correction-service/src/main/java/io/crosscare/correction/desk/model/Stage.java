package io.crosscare.correction.desk.model;

import io.crosscare.correction.deadline.model.Dues;
import java.time.Instant;
import java.util.Optional;

/** Where a case stands with the people who work on it. */
public sealed interface Stage {

    Station station();

    Name name();

    /** With another station of the same office. */
    Stage at(Station station);

    /** As it is stored and told. */
    enum Name {
        WAITING("待接收"),
        TAKEN("办理中"),
        OUTSIDE("已转系统外"),
        DONE("已办结");

        private final String zh;

        Name(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** Nobody of the office has taken it yet. */
    record Waiting(Station station) implements Stage {

        @Override
        public Name name() {
            return Name.WAITING;
        }

        @Override
        public Stage at(Station other) {
            return new Waiting(other);
        }
    }

    /** Somebody of the office works on it. */
    record Taken(Station station, Comment.Author by) implements Stage {

        @Override
        public Name name() {
            return Name.TAKEN;
        }

        @Override
        public Stage at(Station other) {
            return new Taken(other, by);
        }
    }

    /**
     * Its office is not in the suite: it is written to by letter (协查函).
     *
     * @param sender who writes, and does with the case what comes of it
     */
    record Outside(Station station, Office sender) implements Stage {

        @Override
        public Name name() {
            return Name.OUTSIDE;
        }

        @Override
        public Stage at(Station other) {
            return new Outside(other, sender);
        }
    }

    /** Resolved while it was there; should it open again, it is there again. */
    record Done(Station station) implements Stage {

        @Override
        public Name name() {
            return Name.DONE;
        }

        @Override
        public Stage at(Station other) {
            return new Done(other);
        }
    }

    /** Who is to act; nobody once it is done. */
    default Optional<Office> holder() {
        return switch (this) {
            case Waiting waiting -> Optional.of(waiting.station().office());
            case Taken taken -> Optional.of(taken.station().office());
            case Outside outside -> Optional.of(outside.sender());
            case Done _ -> Optional.empty();
        };
    }

    /** The deadline it is under; empty while none is known, and once it is done. */
    default Optional<Instant> dueAt() {
        return Optional.ofNullable(station().dues()).flatMap(dues -> switch (this) {
            case Waiting _ -> Optional.of(dues.respondBy());
            case Taken _, Outside _ -> Optional.of(dues.resolveBy());
            case Done _ -> Optional.empty();
        });
    }

    /** When time has something to say next; empty when it has not. */
    default Optional<Instant> nextAt() {
        if (station().isOverdue()) {
            return Optional.empty();
        }
        return station().isReminded() ? dueAt() : remindAt();
    }

    private Optional<Instant> remindAt() {
        Dues dues = station().dues();
        if (dues == null) {
            return Optional.empty();
        }
        return switch (this) {
            case Waiting _ -> Optional.of(dues.remindToRespondAt());
            case Taken _, Outside _ -> Optional.of(dues.remindToResolveAt());
            case Done _ -> Optional.empty();
        };
    }
}
