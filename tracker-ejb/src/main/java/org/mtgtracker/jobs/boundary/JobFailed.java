package org.mtgtracker.jobs.boundary;

/** A job cannot do its work; the message is the sentence that the history keeps. */
public class JobFailed extends RuntimeException {
    public JobFailed(String sentence) {
        super(sentence);
    }

    public JobFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
