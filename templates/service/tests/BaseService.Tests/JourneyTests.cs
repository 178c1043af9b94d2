using System.Net;
using System.Net.Sockets;
using BaseComponents.Sandbox;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace BaseService.Tests;

/// <summary>The whole way of a citizen, against the state's services in this process.</summary>
public sealed class JourneyTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("service-");

    [Fact]
    public async Task A_citizen_applies_and_the_office_gets_the_application()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        // On "localhost", where the Sandbox is on 127.0.0.1: two sites, as in real life.
        var address = new Uri($"http://localhost:{FreePort()}");
        await using var service = ServiceHost.Build(["--environment", "Development"], builder =>
        {
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls(address.AbsoluteUri);
            builder.Configuration.AddConfiguration(sandbox.Configuration);
            builder.Configuration.AddInMemoryCollection([new("Service:PublicAddress", address.AbsoluteUri), new("Service:DataPath", _data.FullName)]);
        });
        await service.StartAsync(TestContext.Current.CancellationToken);
        using var citizen = new Browser();

        await citizen.OpenAsync(address);
        await citizen.PressAsync("Zuständige Stelle finden", ("plz", "09599"));
        await citizen.FollowAsync("Antrag beginnen");
#if (BundId)
        await citizen.PressAsync("Weiter");
        await citizen.PressAsync("Anmelden als Erika");
        await citizen.PressAsync("Weiter");
#endif
#if (Broker)
        await citizen.PressAsync("Anmelden als Erika");
#endif
        Assert.Contains("Ihre Angaben", citizen.Text, StringComparison.Ordinal);
#if (HasLogin)
        await citizen.PressAsync("Antrag absenden", ("Form.LicencePlate", "falsch"));
#else
        await citizen.PressAsync("Antrag absenden", ("Form.LicencePlate", "falsch"), ("Form.Name", "Erika Mustermann"));
#endif
        Assert.Contains("nicht die Form", citizen.Text, StringComparison.Ordinal);
        await citizen.PressAsync("Antrag absenden", ("Form.LicencePlate", "FG-AB 123"));
#if (Payment)
        await citizen.PressAsync("Bezahlen");
#endif
        Assert.Equal("/stand", citizen.Address.AbsolutePath);
#if (Mail)
        await UntilAsync(citizen, "für die zuständige Stelle angenommen");
        var number = citizen.Page.QuerySelector("strong")!.TextContent;
        await citizen.OpenAsync(new Uri(sandbox.Address, "/mail"));
        Assert.Contains(number, citizen.Text, StringComparison.Ordinal);
#else
        await UntilAsync(citizen, "ist vollständig");
#endif
    }

    public void Dispose() => _data.Delete(recursive: true);

    private static async Task UntilAsync(Browser citizen, string text)
    {
        var page = citizen.Address;
        for (var tries = 0; tries < 300 && !citizen.Text.Contains(text, StringComparison.Ordinal); tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            await citizen.OpenAsync(page);
        }

        Assert.Contains(text, citizen.Text, StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
