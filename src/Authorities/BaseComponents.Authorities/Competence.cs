namespace BaseComponents.Authorities;

/// <summary>
/// The answer to "who is competent for this service at this place": exactly one of <see cref="Found"/>, <see cref="Ambiguous"/>,
/// <see cref="NeedsPlaceChoice"/> and <see cref="NotFound"/>, each with the way it was reached.
/// </summary>
/// <remarks>Zuständigkeit.</remarks>
public abstract record Competence
{
    private protected Competence()
    {
    }

    /// <summary>What was tried, in order, and what came of it. For the record of the case, and for an auditor.</summary>
    public IReadOnlyList<ExplanationStep> Explanation { get; init; } = [];

    /// <summary>The former area whose key the place was said by; none if the key holds.</summary>
    public FormerArea? ResolvedFrom { get; init; }

    /// <summary>From when the data is that gave the answer; none if there was no data.</summary>
    public DataVersion? Data { get; init; }

    /// <summary>Who gave the answer; <see cref="AnswerSource.Snapshot"/> unless a live source did.</summary>
    public AnswerSource Source { get; init; } = AnswerSource.Snapshot;

    /// <summary>The services on the web for what was asked, at the smallest area that has any; empty where none is known.</summary>
    public IReadOnlyList<OnlineService> OnlineServices { get; init; } = [];

    /// <summary>
    /// The one account an application may go to, by Saxony's rule: units that only advise are left out, and of all the others exactly one
    /// account of the service portal must remain.
    /// </summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1720", Justification = "As with sequences: exactly one.")]
    public SingleAccount Single()
    {
        Office[] deciding = [.. Deciding.Where(office => !office.OnlyAdvises && office.Role.IsCompetent)];
        var accounts = deciding.SelectMany(office => office.ServiceAccounts, (office, account) => (Office: office, Account: account)).DistinctBy(named => named.Account).Take(2).ToList();
        return accounts is [var only] ? new SingleAccount.Chosen(only.Office, only.Account) : new SingleAccount.AmbiguousCompetence(deciding);
    }

    private protected virtual IReadOnlyList<Office> Deciding => [];

    /// <summary>Exactly one unit is competent.</summary>
    /// <param name="Office">The unit.</param>
    /// <param name="MatchedAt">The area its competence is stated for.</param>
    public sealed record Found(Office Office, MatchedArea MatchedAt) : Competence
    {
        private protected override IReadOnlyList<Office> Deciding => [Office];
    }

    /// <summary>
    /// Several units are competent at the same tier, and the data gives no reason to prefer one. A person must choose; a program must not.
    /// </summary>
    /// <param name="Offices">The units, those that only decide before those that also advise.</param>
    /// <param name="MatchedAt">The area their competence is stated for.</param>
    public sealed record Ambiguous(IReadOnlyList<Office> Offices, MatchedArea MatchedAt) : Competence
    {
        private protected override IReadOnlyList<Office> Deciding => Offices;
    }

    /// <summary>
    /// The postal code covers several municipalities whose answers differ, or a former municipality was divided between them: ask the citizen for
    /// one of these.
    /// </summary>
    /// <param name="Candidates">The municipalities, by name.</param>
    public sealed record NeedsPlaceChoice(IReadOnlyList<Municipality> Candidates) : Competence;

    /// <summary>No unit could be named. This never means that nobody is competent, only that the data does not say who.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record NotFound(NotFoundReason Reason) : Competence;
}
