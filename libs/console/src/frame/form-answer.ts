import { HttpCode, Injectable, UseInterceptors, applyDecorators } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import type { SeeOther } from './see-other';

/** Of a posted form: the page again, with what is wrong and what was typed; or where to go on. */
export type FormAnswer = string | SeeOther;

type Reply = Readonly<{
  status: (code: number) => unknown;
  header: (name: string, value: string) => unknown;
}>;

const NOT_TAKEN = 400;

@Injectable()
class FormAnswers implements NestInterceptor<FormAnswer, string> {
  intercept(context: ExecutionContext, next: CallHandler<FormAnswer>): Observable<string> {
    const reply = context.switchToHttp().getResponse<Reply>();
    return next.handle().pipe(
      map((answer) => {
        reply.header('content-type', 'text/html; charset=utf-8');
        if (typeof answer === 'string') {
          reply.status(NOT_TAKEN);
          return answer;
        }
        reply.status(answer.statusCode);
        reply.header('location', answer.url);
        return '';
      }),
    );
  }
}

/** On a `@Post()` whose form may have to be shown again: a string is shown with status 400, `seeOther(path)` leads on (303). */
export const TakesForm = (): MethodDecorator => applyDecorators(HttpCode(200), UseInterceptors(FormAnswers));
