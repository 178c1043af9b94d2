using BaseComponents.Sandbox.Eid.Saml.Requests;
using BaseComponents.Sandbox.Eid.Saml.Xml;

namespace BaseComponents.Sandbox.Eid.Saml.Answers;

/// <summary>All that is decided about an answer before it is written. As made it is right; each fault changes a part of it.</summary>
internal sealed record AnswerPlan
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public required string Issuer { get; init; }

    public required string Destination { get; init; }

    public required string Recipient { get; init; }

    public required string Audience { get; init; }

    /// <summary>The request that is answered; null where nobody asked.</summary>
    public required string? InResponseTo { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset AuthenticatedAt { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required DateTimeOffset NotOnOrAfter { get; init; }

    public required SamlOutcome Outcome { get; init; }

    public string ResponseId { get; init; } = SamlIds.Fresh();

    public string AssertionId { get; init; } = SamlIds.Fresh();

    public string AttributeNameFormat { get; init; } = SamlUris.UriNames;

    public SignatureStyle? AssertionSignature { get; init; }

    public SignatureStyle? ResponseSignature { get; init; }

    /// <summary>How the assertion is encrypted; null leaves it plain.</summary>
    public SealStyle? Seal { get; init; }

    public AnswerShape Shape { get; init; }

    /// <summary>What happens to the finished text.</summary>
    public Func<string, string> ChangeText { get; init; } = text => text;

    public static AnswerPlan For(AuthnRequest request, SamlOutcome outcome, string issuer, DateTimeOffset now) => new()
    {
        Issuer = issuer,
        Destination = request.AnswerAddress,
        Recipient = request.AnswerAddress,
        Audience = request.Issuer,
        InResponseTo = request.Id,
        IssuedAt = now,
        AuthenticatedAt = now,
        NotBefore = now,
        NotOnOrAfter = now + Life,
        Outcome = outcome,
    };

    public AnswerPlan WithSignatures(Func<SignatureStyle, SignatureStyle> change) => this with
    {
        AssertionSignature = AssertionSignature is null ? null : change(AssertionSignature),
        ResponseSignature = ResponseSignature is null ? null : change(ResponseSignature),
    };

    public AnswerPlan WithAttributes(Func<IReadOnlyList<SamlAttribute>, IEnumerable<SamlAttribute>> change) =>
        this with { Outcome = Outcome with { Attributes = [.. change(Outcome.Attributes)] } };
}

/// <summary>Whether the parts of an answer stand where they belong.</summary>
internal enum AnswerShape
{
    Right,

    /// <summary>The signed response lies in the signature of a forged one.</summary>
    WrappedResponse,

    /// <summary>A forged assertion stands beside the signed one.</summary>
    WrappedSibling,

    /// <summary>The signed assertion lies in the signature of a forged one.</summary>
    WrappedObject,

    /// <summary>A value was changed after the signature.</summary>
    Tampered,
}
