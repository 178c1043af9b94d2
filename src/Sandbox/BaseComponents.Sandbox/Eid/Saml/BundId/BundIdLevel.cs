using BaseComponents.Sandbox.Eid.Persons;

namespace BaseComponents.Sandbox.Eid.Saml.BundId;

/// <summary>What a log-in is worth by its method, in the two spellings of BundID.</summary>
/// <param name="Number">1 to 4.</param>
/// <param name="TrustLevel">As it stands at each attribute.</param>
internal sealed record BundIdLevel(int Number, string TrustLevel)
{
    private const string Prefix = "STORK-QAA-Level-";

    public static BundIdLevel Basic { get; } = new(1, "UNTERGEORDNET");

    public static BundIdLevel Low { get; } = new(2, "NORMAL");

    public static BundIdLevel Substantial { get; } = new(3, "SUBSTANTIELL");

    public static BundIdLevel High { get; } = new(4, "HOCH");

    public string ContextClass => Prefix + Number;

    public static BundIdLevel? Parse(string contextClass) => new[] { Basic, Low, Substantial, High }.FirstOrDefault(level => level.ContextClass == contextClass);

    public static BundIdLevel Of(SandboxPerson person) =>
        person.Method == SandboxMethod.IdentityCard ? High
        : person.Method == SandboxMethod.Elster || person.Method == SandboxMethod.Eidas ? Substantial
        : Basic;
}
