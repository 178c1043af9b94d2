using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BaseComponents.SecureMail.Internal.Revocation;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace BaseComponents.Tests.SecureMail.Revocation;

public sealed class RevocationListTests : IDisposable
{
    private static readonly Uri Address = new("http://lists.example/authority.crl");
    private readonly RevokingAuthority _authority = new();
    private readonly X509Certificate2 _mine;

    public RevocationListTests() => _mine = _authority.Issue(Address);

    [Fact]
    public void Who_is_on_the_list_is_revoked_and_nobody_else()
    {
        using var other = _authority.Issue();

        StateOf(_authority.List([_mine])).Should().Be(nameof(RevocationState.Revoked));
        StateOf(_authority.List([other])).Should().Be(nameof(RevocationState.Good));
        StateOf(_authority.List([])).Should().Be(nameof(RevocationState.Good));
    }

    [Fact]
    public void A_list_of_yesterday_says_nothing_today() =>
        StateOf(_authority.List([], DateTimeOffset.UtcNow.AddDays(-8), DateTimeOffset.UtcNow.AddMinutes(-1))).Should().BeNull();

    [Fact]
    public void A_list_of_tomorrow_says_nothing_today() =>
        StateOf(_authority.List([], DateTimeOffset.UtcNow.AddHours(1), DateTimeOffset.UtcNow.AddDays(7))).Should().BeNull();

    [Fact]
    public void Somebody_elses_list_says_nothing()
    {
        using var namesake = new RevokingAuthority(part: "namesake");
        using var stranger = new RevokingAuthority("CN=Somebody Else");

        StateOf(namesake.List([])).Should().BeNull();
        StateOf(stranger.List([])).Should().BeNull();
    }

    [Fact]
    public void An_authority_that_may_sign_no_lists_is_not_believed()
    {
        using var authority = new RevokingAuthority(usage: X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign);
        var list = authority.List([]);
        using var withoutTheRight = Reissued(authority, X509KeyUsageFlags.KeyCertSign);

        RevocationList.Read(list, authority.Certificate, DateTimeOffset.UtcNow).Should().NotBeNull();
        RevocationList.Read(list, withoutTheRight, DateTimeOffset.UtcNow).Should().BeNull();
    }

    [Fact]
    public void A_list_signed_with_SHA1_says_nothing() => StateOf(Generated(static _ => { }, "SHA1WITHRSA")).Should().BeNull();

    [Fact]
    public void No_part_of_a_list_can_be_changed()
    {
        var list = _authority.List([_mine]);
        for (var at = 0; at < list.Length; at += 3)
        {
            var changed = (byte[])list.Clone();
            changed[at] ^= 0x01;
            StateOf(changed).Should().NotBe(nameof(RevocationState.Good), $"octet {at} was changed");
        }
    }

    [Theory]
    [InlineData(false, false, false, null, nameof(RevocationState.Good))]
    [InlineData(true, false, false, null, nameof(RevocationState.Good))]
    [InlineData(false, true, false, null, nameof(RevocationState.Unknown))]
    [InlineData(false, false, true, null, nameof(RevocationState.Unknown))]
    [InlineData(false, false, false, "http://lists.example/authority.crl", nameof(RevocationState.Good))]
    [InlineData(false, false, false, "http://lists.example/another-part.crl", nameof(RevocationState.Unknown))]
    public void A_list_of_other_certificates_passes_nobody_off_as_good(bool forUsers, bool forAuthorities, bool isIndirect, string? part, string state)
    {
        var point = part is null ? null : new DistributionPointName(new GeneralNames(new GeneralName(GeneralName.UniformResourceIdentifier, part)));

        StateOf(Generated(generator => generator.AddExtension(
            X509Extensions.IssuingDistributionPoint, true, new IssuingDistributionPoint(point, forUsers, forAuthorities, null, isIndirect, false)))).Should().Be(state);
    }

    [Fact]
    public void A_list_of_changes_passes_nobody_off_as_good() =>
        StateOf(Generated(generator => generator.AddExtension(X509Extensions.DeltaCrlIndicator, true, new CrlNumber(BigInteger.One)))).Should().Be(nameof(RevocationState.Unknown));

    [Theory]
    [InlineData("")]
    [InlineData("<html>404</html>")]
    [InlineData("MAAA")]
    public void What_is_no_list_says_nothing(string text) => StateOf(System.Text.Encoding.ASCII.GetBytes(text)).Should().BeNull();

    public void Dispose()
    {
        _mine.Dispose();
        _authority.Dispose();
    }

    private string? StateOf(byte[] list) => RevocationList.Read(list, _authority.Certificate, DateTimeOffset.UtcNow)?.Of(_mine).State.ToString();

    private byte[] Generated(Action<X509V2CrlGenerator> extend, string signature = "SHA256WITHRSA")
    {
        var issuer = new X509CertificateParser().ReadCertificate(_authority.Certificate.RawData);
        var generator = new X509V2CrlGenerator();
        generator.SetIssuerDN(issuer.SubjectDN);
        generator.SetThisUpdate(DateTime.UtcNow.AddHours(-1));
        generator.SetNextUpdate(DateTime.UtcNow.AddDays(1));
        extend(generator);
        return generator.Generate(new Asn1SignatureFactory(signature, DotNetUtilities.GetRsaKeyPair(_authority.Key).Private)).GetEncoded();
    }

    private static X509Certificate2 Reissued(RevokingAuthority authority, X509KeyUsageFlags usage)
    {
        var request = new CertificateRequest(authority.Certificate.SubjectName, authority.Key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-1), DateTimeOffset.UtcNow.AddYears(1));
    }
}
