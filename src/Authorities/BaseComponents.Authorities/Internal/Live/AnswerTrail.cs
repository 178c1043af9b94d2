namespace BaseComponents.Authorities.Internal.Live;

/// <summary>The answers of the sources in the order they were asked, and the one that counts: the first that names somebody, or else the first that says why not.</summary>
internal sealed class AnswerTrail
{
    private readonly List<ExplanationStep> _steps = [];
    private readonly List<Competence> _answers = [];

    public static bool IsAnswer(Competence? answer) => answer is not null and not Competence.NotFound;

    public void Add(ExplanationStep step) => _steps.Add(step);

    /// <returns>Whether it ends the search.</returns>
    public bool Take(Competence answer)
    {
        _steps.AddRange(answer.Explanation);
        _answers.Add(answer);
        return IsAnswer(answer);
    }

    public Competence Conclude()
    {
        var counts = _answers.Find(IsAnswer)
            ?? _answers.Find(answer => answer is Competence.NotFound { Reason: not NotFoundReason.SourceDown })
            ?? new Competence.NotFound(NotFoundReason.SourceDown);
        return counts with { Explanation = _steps, OnlineServices = _answers.Select(answer => answer.OnlineServices).FirstOrDefault(services => services.Count > 0) ?? [] };
    }
}
