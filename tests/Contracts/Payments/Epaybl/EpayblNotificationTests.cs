using System.Collections.Concurrent;
using System.Net;
using BaseComponents.Payments.Epaybl;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.Contracts.Payments.Epaybl;

/// <summary>What the service tells the application by itself: twice, late, the wrong way round, and not by the service at all.</summary>
public sealed class EpayblNotificationTests : SandboxWithEpaybl
{
    private readonly ConcurrentQueue<EpayblNotification> _told = new();
    private WebApplication? _application;

    [Fact]
    public async Task A_payment_is_announced_and_told()
    {
        var kassenzeichen = await PaidAsync();

        var told = await ToldAsync(2);

        told.Select(one => one.Status).Should().Equal("notify", "success");
        told.Should().OnlyContain(one => one.Kassenzeichen == kassenzeichen && IsAuthentic(one));
    }

    [Fact]
    public async Task It_comes_twice()
    {
        await ArmAsync("payments.epaybl.notify.duplicate");
        await PaidAsync();

        (await ToldAsync(4)).Select(one => one.Status).Should().Equal("notify", "success", "notify", "success");
    }

    [Fact]
    public async Task It_comes_the_wrong_way_round()
    {
        await ArmAsync("payments.epaybl.notify.permuted");
        await PaidAsync();

        (await ToldAsync(2)).Select(one => one.Status).Should().Equal("success", "notify");
    }

    [Fact]
    public async Task It_comes_late()
    {
        await ArmAsync("payments.epaybl.notify.late", milliseconds: 2000);
        await PaidAsync();

        _told.Should().BeEmpty();
        (await ToldAsync(2)).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_forged_one_is_seen()
    {
        await ArmAsync("payments.epaybl.notify.forged");
        await PaidAsync();

        (await ToldAsync(2)).Should().NotContain(one => IsAuthentic(one));
    }

    private bool IsAuthentic(EpayblNotification notification)
    {
        var settings = Sandbox.Configuration.GetSection("BaseComponents:Payments:Epaybl");
        return notification.IsAuthentic(settings["Mandant"]!, settings["Bewirtschafter"]!, settings["NotificationSecret"]!);
    }

    private async Task<string> PaidAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _application = builder.Build();
        _application.MapPost("/mitteilung", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            _told.Enqueue(EpayblNotification.TryRead(form.Select(field => new KeyValuePair<string, string>(field.Key, field.Value.ToString())))!);
        });
        await _application.StartAsync();
        var list = List("t-1");
        var (kassenzeichen, page) = await BookedAsync(Client("rest"), list with { Addresses = list.Addresses with { Notify = new Uri($"{_application.Urls.Single()}/mitteilung") } });
        await PressAsync(page, "Bezahlen");
        return kassenzeichen;
    }

    private async Task<IReadOnlyList<EpayblNotification>> ToldAsync(int count)
    {
        for (var round = 0; round < 200 && _told.Count < count; round++)
            await Task.Delay(50);
        await _application!.DisposeAsync();
        return [.. _told];
    }
}
