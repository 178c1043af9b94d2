using System.Text;
using BaseComponents.SecureMail;
using BaseComponents.Tests.Contracts.SecureMail;

namespace BaseComponents.Tests.SecureMail.Forgeries;

/// <summary>Every published family of forged and wrapped mail, made anew: none is valid, each is called what it is, and none gives a secret away.</summary>
public sealed class ForgeriesTests(ForgeryLab lab) : IClassFixture<ForgeryLab>
{
    private static readonly IReadOnlyList<Forgery> Every =
        [.. OfSigners.All, .. OfContent.All, .. OfWrapping.All, .. OfHeaders.All, .. OfCertificates.All, .. OfAlgorithms.All, .. OfLayers.All, .. OfLeaks.All];

    public static TheoryData<Forgery> All => [.. Every];

    public static TheoryData<Forgery> Sound => [.. Every.Where(forgery => forgery.Mathematics)];

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(All))]
    public async Task IsCalledWhatItIs(Forgery forgery)
    {
        if (forgery.Verdict == typeof(SecureMailException))
        {
            var reading = () => lab.ReadAsync(forgery.Make(lab));
            (await reading.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.IncomingMalformed);
            return;
        }

        await using var mail = await lab.ReadAsync(forgery.Make(lab));

        mail.Verdict.Should().BeOfType(forgery.Verdict);
        mail.IsAuthenticated.Should().BeFalse();
        mail.Verdict.Explanation.Should().NotBeEmpty();
        if (mail.IsEncrypted)
            mail.Html.Should().BeNull();
        (mail.Html ?? "").Should().NotContain(OfLeaks.Secret);
        foreach (var page in mail.Attachments.Where(file => file.ContentType is "text/html"))
            Encoding.Latin1.GetString(await page.ReadAllAsync()).Should().NotContain(OfLeaks.Secret);
    }

    [Fact]
    public void TheyAreManyAndDistinct()
    {
        Every.Select(forgery => forgery.Name).Should().OnlyHaveUniqueItems();
        Every.Should().HaveCountGreaterThan(100);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Sound))]
    public async Task OpensslSaysYesToTheMathematics(Forgery forgery)
    {
        using var openssl = OpenSsl.OrSkip();
        openssl.File("mail.eml", forgery.Make(lab));

        (await openssl.RunAsync("cms", "-verify", "-noverify", "-in", "mail.eml", "-out", "content")).Should().Contain("successful");
    }

    [Fact]
    public async Task OpensslDecryptsTheGadgetIntoTheText()
    {
        using var openssl = OpenSsl.OrSkip();
        openssl.File("mail.eml", Forge.Mail(OfLeaks.SplicedHtml(lab.SenderKey)));
        openssl.File("key.pem", lab.SenderKey.CertificatePem + "\n" + lab.SenderKey.KeyPem);

        await openssl.RunAsync("cms", "-decrypt", "-in", "mail.eml", "-recip", "key.pem", "-inkey", "key.pem", "-out", "content");

        Encoding.Latin1.GetString(openssl.Read("content")).Should().Contain(Efail.Gadget).And.Contain(OfLeaks.Secret);
    }
}
