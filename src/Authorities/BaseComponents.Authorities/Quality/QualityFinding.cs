namespace BaseComponents.Authorities.Quality;

/// <summary>Something an editor should look at.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Subjects">What it is about: identifiers of units, keys of services and areas, as text.</param>
/// <param name="Message">One English sentence that says what is wrong.</param>
public sealed record QualityFinding(QualityFindingKind Kind, IReadOnlyList<string> Subjects, string Message);
