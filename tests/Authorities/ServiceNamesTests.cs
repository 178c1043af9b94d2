using BaseComponents.Authorities;
using BaseComponents.Tests.Authorities.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BaseComponents.Tests.Authorities;

/// <summary>A service is found by all its names, out of deliveries and out of a file.</summary>
public sealed class ServiceNamesTests
{
    private static readonly string Delivered = Delivery.Of(Delivery.Service(more: """
        <xzufi:modulText><xzufi:leikaTextmodul><code>02</code></xzufi:leikaTextmodul><xzufi:inhalt languageCode="de">&lt;p&gt;Tierabgabe: Meldung&lt;/p&gt;</xzufi:inhalt></xzufi:modulText>
        <xzufi:modulText><xzufi:leikaTextmodul><code>03</code></xzufi:leikaTextmodul><xzufi:inhalt languageCode="hsb">Psa přizjewić</xzufi:inhalt></xzufi:modulText>
        <xzufi:modulText><xzufi:leikaTextmodul><code>06</code></xzufi:leikaTextmodul><xzufi:inhalt languageCode="de">Auch Katzen sind willkommen.</xzufi:inhalt></xzufi:modulText>
        <xzufi:modulBegriffImKontext><xzufi:begriffImKontext><xzufi:begriff>Hundesteuer</xzufi:begriff></xzufi:begriffImKontext></xzufi:modulBegriffImKontext>
        """));

    [Theory]
    [InlineData("hund anmelden", true)]
    [InlineData("hundesteuer", true)]
    [InlineData("tierabgabe", true)]
    [InlineData("psa prizjewic", true)]
    [InlineData("katzen", false)]
    public async Task Names_count_and_long_texts_do_not(string text, bool isFound)
    {
        using var folder = new SnapshotFolder();
        await using var sources = TestDirectory.With(Delivered);
        await sources.Provider.GetRequiredKeyedService<BaseComponents.Authorities.Snapshots.SnapshotMaker>("").MakeAsync(folder.Path, folder.Key);
        await using var served = folder.Served();
        foreach (var directory in new[] { sources, served })
            (await directory.Authorities.FindServicesAsync(text)).Select(service => service.Name).Should().Equal(isFound ? ["Hund anmelden"] : []);
    }
}
