var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages(options => options.RootDirectory = "/Features");
var app = builder.Build();
app.MapRazorPages();
await app.RunAsync();

public partial class Program;
