namespace DogLicence.Fields;

/// <summary>A box that tells the citizen something.</summary>
/// <param name="Kind">info, success, warning or danger.</param>
public sealed record Notice(string Kind, string Title, params IReadOnlyList<string> Texts);
