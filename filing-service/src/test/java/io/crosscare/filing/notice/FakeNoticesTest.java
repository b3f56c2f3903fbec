package io.crosscare.filing.notice;

/** The fake keeps the contract it stands for. */
class FakeNoticesTest extends NoticesContract {

    private final Notices notices = new FakeNotices();

    @Override
    protected Notices notices() {
        return notices;
    }
}
