using HealthCertificate.Hosting;

return await ServiceProgram.RunAsync(Composition.Plan, args, "Belehrung buchen");
