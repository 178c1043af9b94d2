using BaseComponents.Eid.Saml.BundId;
using BaseComponents.Eid.Saml.Internal;
using BaseComponents.Eid.Saml.Unternehmenskonto;

namespace BaseComponents.Eid.Saml;

/// <summary>What one of the state's log-ins does differently from the others: what it is asked, and how its answer becomes an identity.</summary>
public abstract class SamlProfile
{
    // BundID interface description 10.2, section 9.2.3: the one code of its status detail that is known to mean this.
    private const string AttributesMissing = "IDP_REQUIRED_ATTRIBUTES_MISSING";

    private protected SamlProfile()
    {
    }

    /// <summary>BundID, the account of citizens.</summary>
    /// <param name="request">What it is asked for.</param>
    public static SamlProfile BundId(BundIdRequest request) => new BundIdProfile(request);

    /// <summary>Mein Unternehmenskonto, the account of companies.</summary>
    /// <param name="acceptTestAccounts">Accepts accounts that are for tests; never in production.</param>
    public static SamlProfile Unternehmenskonto(bool acceptTestAccounts = false) => new UnternehmenskontoProfile(acceptTestAccounts);

    /// <summary>What a request for at least this level says.</summary>
    /// <param name="minimumLevel">The lowest level that is of use.</param>
    public abstract SamlRequestContent Request(AssuranceLevel minimumLevel);

    /// <summary>The identity that an accepted assertion states, or why it is none.</summary>
    /// <param name="assertion">The assertion.</param>
    /// <param name="minimumLevel">The level that was demanded: compared here, whatever was asked for.</param>
    public SamlLogin Login(SamlAssertion assertion, AssuranceLevel minimumLevel)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        try
        {
            if (Problem(assertion) is { } problem)
                return problem;
            var identity = Map(assertion);
            return identity.Level >= minimumLevel && identity.Level is not AssuranceLevel.Unknown
                ? new SamlLogin.Succeeded(identity)
                : new SamlLogin.Failed(EidLoginOutcome.LevelTooLow, $"level-{identity.Level}-below-{minimumLevel}");
        }
        catch (SamlRefusedException refused)
        {
            return new SamlLogin.Failed(EidLoginOutcome.Rejected, refused.Reason);
        }
    }

    /// <summary>How a log-in ended that the provider declined.</summary>
    /// <param name="status">What the provider says.</param>
    public static SamlLogin.Failed Declined(SamlStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return status switch
        {
            { MissingAttributes.Count: > 0 } => new(EidLoginOutcome.AttributesMissing, "attributes-missing"),
            { DetailCodes: var codes } when codes.Contains(AttributesMissing, StringComparer.Ordinal) => new(EidLoginOutcome.AttributesMissing, "attributes-missing"),
            { SubCode: "AuthnFailed" } => new(EidLoginOutcome.CancelledByUser, "authn-failed"),
            { SubCode: "NoAuthnContext" } => new(EidLoginOutcome.LevelTooLow, "no-authn-context"),
            { Code: "Responder" } => new(EidLoginOutcome.ServiceUnavailable, $"responder-{status.SubCode}"),
            { DetailCodes: [var code, ..] } => new(EidLoginOutcome.ProviderRefused, $"detail-{code}"),
            _ => new(EidLoginOutcome.ProviderRefused, $"{status.Code}-{status.SubCode}"),
        };
    }

    private protected abstract EidIdentity Map(SamlAssertion assertion);

    private protected abstract SamlLogin.Failed? Problem(SamlAssertion assertion);
}
