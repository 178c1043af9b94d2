using BaseComponents.Authorities;
using BaseComponents.Authorities.Bulk;
using BaseComponents.Authorities.Keys;
using BaseComponents.Authorities.Pvog;
using BaseComponents.Authorities.Routing;
using BaseComponents.Payments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, EnvironmentName = "Development" });
builder.Configuration.AddJsonFile(Path.GetFullPath(args[0]), optional: false);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var settings = builder.Configuration.GetSection("BaseComponents");
builder.Services.AddAuthorities(settings.GetSection("Authorities"));
builder.Services.AddAuthorities("live", settings.GetSection("Live")).AddPvog(settings.GetSection("Authorities:Pvog"));
builder.Services.AddBulkDelivery(settings.GetSection("Authorities:Bulk"));
builder.Services.AddDestinationRouter(settings.GetSection("Authorities:Routing"));
builder.Services.AddPayments(settings.GetSection("Payments"));
using var host = builder.Build();

var dog = LeikaKey.Parse("99102013104000");
var bärenstein = Place.Of(PostalCode.Parse("09471"));
var directory = host.Services.GetRequiredService<IAuthorityDirectory>();
Console.WriteLine($"offline: {Office(await directory.ResolveAsync(dog, bärenstein))}");
Console.WriteLine($"live: {Office(await host.Services.GetRequiredKeyedService<IAuthorityDirectory>("live").ResolveAsync(dog, bärenstein))}");
Console.WriteLine($"service: {(await directory.FindServicesAsync("hund anmelden"))[0].Key}");
var routes = await host.Services.GetRequiredService<IDestinationRouter>().FindRoutesAsync(dog, RegionKey.Parse("145220180180"));
Console.WriteLine($"route: {routes[0].Destination.GetType().Name}");
var payment = await host.Services.GetRequiredService<IPaymentClient>().StartAsync(new PaymentOrder
{
    Reference = "case-1",
    Items = [PaymentItem.FromNet("hundesteuer", new Euro(96m))],
    Purpose = "Hundesteuer 2027",
    ReturnUrl = new Uri("http://localhost:5000/zahlung"),
});
Console.WriteLine($"payment: {payment.State}");
return 0;

static string Office(Competence answer) => answer is Competence.Found found ? found.Office.Name : answer.Explanation[^1].ToString()!;
