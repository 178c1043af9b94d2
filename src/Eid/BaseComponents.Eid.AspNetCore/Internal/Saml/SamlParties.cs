using BaseComponents.Eid.Saml;

namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>Both sides of one scheme, ready for use: made when first needed, and anew when its settings change.</summary>
internal sealed class SamlParties : IDisposable
{
    public SamlParties(EidSamlOptions options, SamlProfile profile, SamlServiceProvider serviceProvider, SamlIdentityProvider identityProvider, CertificateFiles files, TimeProvider clock)
    {
        (Options, Profile, ServiceProvider, IdentityProvider) = (options, profile, serviceProvider, identityProvider);
        Files = files;
        Writer = new SamlRequestWriter(serviceProvider, identityProvider, clock);
        Reader = new SamlResponseReader(serviceProvider, identityProvider, clock);
        Gate = new AnswerGate(options.MaxConcurrentAnswers, options.MaxWaitingAnswers, clock);
    }

    public EidSamlOptions Options { get; }

    /// <summary>What the own certificates were read from.</summary>
    public CertificateFiles Files { get; }

    public SamlProfile Profile { get; }

    public SamlServiceProvider ServiceProvider { get; }

    public SamlIdentityProvider IdentityProvider { get; }

    public SamlRequestWriter Writer { get; }

    public SamlResponseReader Reader { get; }

    /// <summary>Bounds how many answers are decrypted at the same time.</summary>
    public AnswerGate Gate { get; }

    public void Dispose()
    {
        Reader.Dispose();
        Gate.Dispose();
    }
}
