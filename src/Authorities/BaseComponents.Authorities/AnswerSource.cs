namespace BaseComponents.Authorities;

/// <summary>Who gave an answer.</summary>
/// <param name="Name">Name of the source, for records and logs.</param>
public readonly record struct AnswerSource(string Name)
{
    /// <summary>The directory's own data: a snapshot, or deliveries read before.</summary>
    public static AnswerSource Snapshot => new("snapshot");

    /// <summary>The search service of the portal network, asked live.</summary>
    /// <remarks>PVOG Suchdienst.</remarks>
    public static AnswerSource Pvog => new("pvog");

    /// <summary>Whether it was asked at the moment of the question, or shortly before.</summary>
    public bool IsLive => Name is not null && this != Snapshot;

    /// <inheritdoc/>
    public override string ToString() => Name ?? "";
}
