using BaseComponents.Payments;
using BaseComponents.Payments.AspNetCore;
using DogLicence.Cases;
using Microsoft.Extensions.Options;

namespace DogLicence.Hosting;

/// <summary>What every request passes through.</summary>
public static class Pipeline
{
    private const string Elsewhere = "/zahlung/anderswo";

    public static void Use(WebApplication application)
    {
        application.UseProxyHeaders(application.Services.GetRequiredService<IOptions<ClusterOptions>>().Value);
        application.Use(application.Services.GetRequiredService<Draining>().CloseAsync);
        application.UseServicePages(application.Services.GetRequiredService<IOptions<ApplicationOptions>>().Value.MaximumProofSize, Outage.StatusOf);
        application.MapRazorPages();
        HealthPages.Map(application);
        application.MapPaymentReturn("/zahlung/zurueck", ReturnAsync, (_, _) => Task.FromResult(Results.Redirect(Elsewhere)));
    }

    // The page of the case decides by what the payment service says; here the browser is only led to it. A banking app may open another browser
    // than the one the case belongs to: that one is told the same as one with an address that never was.
    private static async Task<IResult> ReturnAsync(Payment payment, HttpContext context, CancellationToken cancellationToken)
    {
        var store = context.RequestServices.GetRequiredService<CaseStore>();
        return BrowserCookie.Read(context.Request) is { } secret && await store.FindIdAsync(payment.Reference, secret, cancellationToken) is { } id
            ? Results.Redirect(CaseGate.PathOf(id, payment.IsPaid ? CaseStep.Receipt : CaseStep.Pay))
            : Results.Redirect(Elsewhere);
    }
}
