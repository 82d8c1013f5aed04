// Declarations of the SDK as a tree of its own: what leads through a path alias or a barrel leads to the very file that
// declares it, so that nothing is in the tree that the doors do not need.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

const optionsOf = (root, target) => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const out = { declaration: true, emitDeclarationOnly: true, rootDir: join(root, 'libs'), outDir: target };
  return { ...options, ...out, noEmit: false, sourceMap: false, types: ['node'] };
};

/** Where a module is, or undefined for one of npm or of Node. */
const fileOf = (program, options, specifier, from) => {
  const { resolvedModule } = ts.resolveModuleName(specifier, from, options, ts.sys);
  return resolvedModule?.isExternalLibraryImport ? undefined : resolvedModule?.resolvedFileName;
};

/** The file that declares a name which a module exports. */
const declarerOf = (program, moduleFile, name) => {
  const checker = program.getTypeChecker();
  const symbol = checker.getSymbolAtLocation(program.getSourceFile(moduleFile));
  const exported = symbol && checker.tryGetMemberInModuleExports(name, symbol);
  const own =
    exported && exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const file = own?.declarations?.[0]?.getSourceFile().fileName;
  if (file === undefined) throw new Error(`nobody declares ${name} of ${moduleFile}`);
  return file;
};

const pathTo = (from, file) => {
  const path = relative(dirname(from), file).replaceAll('\\', '/').replace(/\.ts$/, '.js');
  return path.startsWith('.') ? path : `./${path}`;
};

const grouped = (names, key) => {
  const groups = new Map();
  for (const name of names) groups.set(key(name), [...(groups.get(key(name)) ?? []), name]);
  return [...groups];
};

/** One import or export of a declaration file, by the files that declare its names. */
const ledHome = (statement, resolve, home) => {
  const bindings = ts.isImportDeclaration(statement)
    ? statement.importClause?.namedBindings
    : statement.exportClause;
  const word = ts.isImportDeclaration(statement) ? 'import' : 'export';
  const isType = ts.isImportDeclaration(statement)
    ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
    : statement.isTypeOnly;
  const file = resolve(statement.moduleSpecifier.text);
  if (!bindings) return `${word} * from '${home(file)}';`;
  const nameOf = (element) => (element.propertyName ?? element.name).text;
  return grouped(bindings.elements, (element) => resolve(statement.moduleSpecifier.text, nameOf(element)))
    .map(
      ([declarer, elements]) =>
        `${word}${isType ? ' type' : ''} { ${elements.map((element) => element.getText()).join(', ')} } from '${home(declarer)}';`,
    )
    .join('\n');
};

/** The text with every way led home, and the files that it leads to. */
const rewritten = (text, from, { program, options }) => {
  const source = ts.createSourceFile(from, text, ts.ScriptTarget.Latest, true);
  const leads = new Set();
  const home = (file) => {
    leads.add(file);
    return pathTo(from, file);
  };
  const resolve = (specifier, name) => {
    const file = fileOf(program, options, specifier, from);
    return file !== undefined && name !== undefined ? declarerOf(program, file, name) : file;
  };
  const edits = [];
  const visit = (node) => {
    const isFrom = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
    if (isFrom && node.moduleSpecifier && resolve(node.moduleSpecifier.text) !== undefined)
      edits.push([node.getStart(), node.end, ledHome(node, resolve, home)]);
    if (ts.isImportTypeNode(node) && resolve(node.argument.literal.text) !== undefined) {
      const name =
        node.qualifier && (ts.isIdentifier(node.qualifier) ? node.qualifier : node.qualifier.left).text;
      edits.push([
        node.argument.getStart(),
        node.argument.end,
        `'${home(resolve(node.argument.literal.text, name))}'`,
      ]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const led = edits
    .sort(([a], [b]) => b - a)
    .reduce((result, [start, end, by]) => result.slice(0, start) + by + result.slice(end), text);
  return { text: led, leads };
};

/** Writes the declarations that the entries lead to; how many. */
export const writeDeclarations = ({ root, entries, target }) => {
  const options = optionsOf(root, target);
  const program = ts.createProgram(entries, options);
  const declarations = new Map();
  const { diagnostics, emitSkipped } = program.emit(undefined, (name, text, _, __, sources) => {
    const from = sources?.[0]?.fileName;
    if (from !== undefined && name.endsWith('.d.ts')) declarations.set(from, { name, text });
  });
  const faults = [...ts.getPreEmitDiagnostics(program), ...diagnostics].map(
    ({ messageText, file }) =>
      `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
  );
  if (emitSkipped || faults.length > 0) throw new Error(faults.join('\n'));
  const waiting = [...entries];
  const done = new Set();
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    const declaration = declarations.get(from);
    if (done.has(from)) continue;
    if (!declaration) throw new Error(`there is no declaration of ${from}`);
    done.add(from);
    const { text, leads } = rewritten(declaration.text, from, { program, options });
    mkdirSync(dirname(declaration.name), { recursive: true });
    writeFileSync(declaration.name, text);
    waiting.push(...leads);
  }
  return done.size;
};
