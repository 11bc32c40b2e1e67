package io.millrace.local.process;

/** An effect that is brought about again when it is gone. */
final class SupervisedTask extends SupervisedPart {
    private final TaskPart part;

    SupervisedTask(TaskPart part) {
        this.part = part;
    }

    @Override
    TaskPart part() {
        return part;
    }

    @Override
    void bringUp() throws Exception {
        try {
            part.run();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new PartFailedException(part.name(), e);
        }
    }

    /** Looks after it once. */
    void check(Progress progress) {
        if (isStopping() || !ready().isDone() || isThere()) {
            return;
        }
        try {
            part.run();
            progress.notice(part.name(), "done again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            progress.notice(part.name(), "could not be done again: " + e.getMessage());
        }
    }

    /** What cannot be told now is taken for there: the part it depends on is being brought back. */
    private boolean isThere() {
        try {
            return part.isDone();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (Exception cannotTell) {
            return true;
        }
    }

    @Override
    void shutDown() {}
}
