namespace BaseComponents.Tests.Eid.Saml.Hostile;

/// <summary>Genuine answers whose level is lower than the one that was asked for, or unknown, or not one.</summary>
internal static class Levels
{
    private static readonly Dictionary<string, string[]> Classes = new()
    {
        ["basic"] = ["STORK-QAA-Level-1"],
        ["low"] = ["STORK-QAA-Level-2"],
        ["unknown"] = ["STORK-QAA-Level-9"],
        ["longer"] = ["STORK-QAA-Level-44"],
        ["of another spelling"] = ["stork-qaa-level-4 "],
        ["in a longer text"] = ["x STORK-QAA-Level-4"],
        ["of a password"] = ["urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"],
        ["high before low"] = ["STORK-QAA-Level-4", "STORK-QAA-Level-1"],
        ["low before high"] = ["STORK-QAA-Level-1", "STORK-QAA-Level-4"],
        ["high before unknown"] = ["STORK-QAA-Level-4", "urn:unknown"],
    };

    public static IReadOnlyList<HostileCase> All { get; } =
        [.. Classes.Select(level => HostileCase.Document("level too low", level.Key, (trial, good) => trial.Finish((good with { ContextClasses = level.Value }).ToXml())))];
}
