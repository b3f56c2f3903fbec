package io.crosscare.correction.desk.model;

/** What a case is about: one cause that stopped one scope of one person's visit. There is one case for each. */
public record CaseSubject(VisitScope scope, Reason reason) {

    /** The same for the same subject, whenever and wherever it is worked out: so a case opens once. */
    public CaseId caseId() {
        return CaseId.of(scope.key() + "/" + reason.code());
    }
}
