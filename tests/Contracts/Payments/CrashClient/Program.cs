using BaseComponents.Payments;
using BaseComponents.Tests.Contracts.Payments;
using Microsoft.Extensions.Configuration;

// An application that starts one payment and says what came of it. It is there to be killed in the middle.
var (settings, database, reference) = (args[0], args[1], args[2]);
var configuration = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(settings)).Build();
await using var application = await Application.StartAsync(configuration, database);
try
{
    var payment = await application.Payments.StartAsync(Orders.DogTax(reference));
    Console.WriteLine($"RESULT {payment.State} {payment.PayPage}");
}
catch (PaymentException exception)
{
    Console.WriteLine($"FAULT {exception.Code} {exception.IsTransient}");
    Console.WriteLine(exception.Message);
}
