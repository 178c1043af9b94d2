namespace DogLicence.Cases;

/// <summary>A case that the browser has proved to be its own: the row and its opened content.</summary>
public sealed record OpenCase(CaseRow Row, DogCase Content)
{
    public string Id => Row.Id;

    /// <summary>The first step that is not done; later pages send the citizen here.</summary>
    public CaseStep Next => this switch
    {
        { Content.Owner: null } => CaseStep.LogIn,
        { Content.Registration: null } or { Content.Unsent: not null, Row.Stage: CaseStage.Draft } => CaseStep.Form,
        { Content.ConfirmedAt: null } => CaseStep.Summary,
        { Row.Stage: CaseStage.Draft or CaseStage.Paying } => CaseStep.Pay,
        _ => CaseStep.Receipt,
    };
}

/// <summary>The pages of a case in the order of the citizen's way.</summary>
public enum CaseStep
{
    LogIn,
    Form,
    Proof,
    Summary,
    Pay,
    Receipt,

    /// <summary>The PDF: no page of the way, open from the summary on.</summary>
    Document,
}
