using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Testing;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.SecureMail.Forgeries;

/// <summary>
/// The office that is imitated, an attacker with a sound certificate for an address of their own, a stranger with a certificate of their own making, and an authority that issues what it is told.
/// </summary>
public sealed class ForgeryLab : IDisposable
{
    public const string Attacker = "fremd@boese.example";
    public const string Forged = "Zahlen Sie 5000 Euro.";
    private readonly MailLab _lab = new();
    private readonly CertificateMint _strangers;

    public ForgeryLab()
    {
        AttackerKey = _lab.Authority.Issue(Attacker);
        (Mint, _strangers) = (new CertificateMint(_lab.Clock), new CertificateMint(_lab.Clock, "CN=Stranger"));
        StrangerKey = _strangers.IssueKey(CertificateOrder.For(MailLab.Office));
        using var revoked = Mint.Issue(CertificateOrder.For(MailLab.Office));
        RevokedKey = CertificateMint.KeyOf(revoked, MailLab.Office);
        RevocationList = Mint.List([revoked]);
    }

    public ThrowAwayMailAuthority Authority => _lab.Authority;

    public FakeTimeProvider Clock => _lab.Clock;

    public ThrowAwayMailKey OfficeKey => _lab.OfficeKey;

    public ThrowAwayMailKey SenderKey => _lab.SenderKey;

    public ThrowAwayMailKey AttackerKey { get; }

    public ThrowAwayMailKey StrangerKey { get; }

    public ThrowAwayMailKey RevokedKey { get; }

    internal CertificateMint Mint { get; }

    private byte[] RevocationList { get; }

    public Task<ReceivedMail> ReadAsync(byte[] mail) => _lab.ReadAsync(mail, options =>
    {
        options.TrustAnchorsPem = _lab.Authority.AnchorPem + "\n" + Mint.AnchorPem;
        options.Revocation.Lists = [RevocationList];
    });

    public void Dispose()
    {
        Mint.Dispose();
        _strangers.Dispose();
        _lab.Dispose();
    }
}
